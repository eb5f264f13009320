import FlyingFox

/// Tells requests of this machine's browser for the page itself from those that another web site has brought about.
///
/// Any site can send a browser to 127.0.0.1, be it under a name of its own that leads there (DNS rebinding). Its requests bear
/// that name as `Host`, or the site as `Origin`.
struct RequestGuard: Sendable {
    let port: UInt16

    func permits(_ request: HTTPRequest) -> Bool {
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        let named = request.headers.values(for: .host)
        guard named.count == 1, hosts.contains(named[0].lowercased()) else { return false }
        return request.headers.values(for: HTTPHeader("Origin")).allSatisfy { origin in
            hosts.contains { origin.lowercased() == "http://" + $0 }
        }
    }
}
