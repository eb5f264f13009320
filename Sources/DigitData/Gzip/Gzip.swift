import CZlib

/// Reads gzip (RFC 1952) through zlib: the only file that imports it.
enum Gzip {
    /// More than deflate can ever expand its input by (zlib's technical notes give 1032:1).
    static let largestExpansion = 1032

    /// Whether `bytes` begin as a gzip stream does.
    static func isCompressed(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x1f, 0x8b])
    }

    /// Decompresses at most `limit` bytes.
    ///
    /// Where the content is shorter than `limit`, the whole stream has been read: its checksum agrees and nothing
    /// follows it. Otherwise what comes after the first `limit` bytes has not been looked at.
    static func decompress(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
        var stream = z_stream()
        // 15 bits of window, +32 to expect a gzip or zlib header.
        let status = inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib cannot start: \(status)")
        defer { inflateEnd(&stream) }

        var failure: GzipError?
        let content = bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: limit) { output, count in
                do throws(GzipError) {
                    try inflateAll(&stream, from: input, into: output, count: &count)
                } catch {
                    failure = error
                }
            }
        }
        if let failure { throw failure }
        return content
    }

    /// Decompresses the whole stream, whose length is not known; nil where it exceeds `limit` bytes.
    ///
    /// Memory grows with what was decompressed, not with what the stream could hold.
    static func decompressAll(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8]? {
        // The last four bytes are the length of the content, modulo 2³², where it is one stream.
        let declared = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        var capacity = min(max(declared, 1 << 12), limit)
        while true {
            let content = try decompress(bytes, limit: capacity + 1)
            if content.count <= capacity { return content }
            guard capacity < limit else { return nil }
            capacity = min(capacity * 4, limit)
        }
    }

    /// Runs zlib until `output` is full or the input is used up, one stream (gzip "member") after another.
    private static func inflateAll(
        _ stream: inout z_stream, from input: UnsafeBufferPointer<UInt8>,
        into output: UnsafeMutableBufferPointer<UInt8>, count: inout Int
    ) throws(GzipError) {
        // zlib counts in 32 bits; 1 GiB steps keep larger buffers within them.
        let step = 1 << 30
        var consumed = 0
        while count < output.count {
            let offered = min(step, input.count - consumed)
            let room = min(step, output.count - count)
            // zlib declares its input mutable and only reads it.
            stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0) + consumed }
            stream.avail_in = UInt32(offered)
            stream.next_out = output.baseAddress.map { $0 + count }
            stream.avail_out = UInt32(room)
            let status = inflate(&stream, Z_NO_FLUSH)
            consumed += offered - Int(stream.avail_in)
            count += room - Int(stream.avail_out)

            switch status {
            case Z_STREAM_END:
                let rest = input.count - consumed
                if rest == 0 { return }
                guard rest >= 2, input[consumed] == 0x1f, input[consumed + 1] == 0x8b else {
                    throw .trailingBytes(offset: consumed, count: rest)
                }
                inflateReset(&stream)
            case Z_OK:
                continue
            case Z_BUF_ERROR where consumed == input.count:
                throw .truncated(length: input.count)
            default:
                let reason = stream.msg.map { String(cString: $0) } ?? "zlib error \(status)"
                throw .corrupt(offset: consumed, reason: reason)
            }
        }
    }
}
