// The few lines that the pages can do without.
"use strict";
