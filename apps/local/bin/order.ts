#!/usr/bin/env -S node --conditions=@order-workflow/source
console.log(process.version, process.execArgv);
