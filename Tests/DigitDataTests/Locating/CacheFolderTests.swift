import Testing

@testable import DigitData

struct CacheFolderTests {
    @Test(arguments: [
        (["XDG_CACHE_HOME": "/x"], "/x/notebook"),
        ([:], "/h/.cache/notebook"),
        (["XDG_CACHE_HOME": ""], "/h/.cache/notebook"),
        (["XDG_CACHE_HOME": "relative"], "/h/.cache/notebook"),
    ])
    func followsTheBaseDirectorySpecification(environment: [String: String], path: String) {
        #expect(CacheFolder.path(environment: environment, home: "/h") == path)
    }
}
