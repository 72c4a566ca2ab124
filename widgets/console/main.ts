/** Starts the console's script in a page. */

import { startConsole } from "./console.ts";

startConsole();
