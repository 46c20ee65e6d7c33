"""The commands of `wiredesk`, one file each: the module's name is the command's, and so is the function's."""
