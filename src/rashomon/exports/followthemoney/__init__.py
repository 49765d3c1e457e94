"""A case as FollowTheMoney entities and statements, written without the library and checked with it in tests."""
