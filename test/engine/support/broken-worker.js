// Worker entry that does not load.
throw new Error("the module is broken");
