import NotebookCommand

await NotebookCommand.main()
