import NotebookCommand

await NotebookCommand.runAsProcess()
