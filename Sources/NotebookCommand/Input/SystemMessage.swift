import NotebookEngine

/// What the system says about an error number, as the middle of a sentence: "no space left on device".
func systemMessage(_ code: Int32) -> String { SystemError(code: code).message }
