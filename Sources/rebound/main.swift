import ReboundCommands

await EntryPoint.run()
