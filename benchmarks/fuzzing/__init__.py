"""Sound files of every way in, and sound cases, changed by chance: nothing may crash, hang or fill the memory."""
