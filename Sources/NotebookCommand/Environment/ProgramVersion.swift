/// The program's version, as `notebook --version` and every page name it.
package let programVersion = "0.1.0"
