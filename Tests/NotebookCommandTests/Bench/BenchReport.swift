/// What other programs read from the JSON of `notebook bench`, by its own keys.
struct BenchReport: Decodable {
    struct Environment: Decodable {
        let version: String
        let processor: String
        let kernels: String
        let threads: Int
        let data: String
    }
    struct Peak: Decodable {
        let kernels: String
        let one_thread_gflops: Double
        let gflops: Double
    }
    struct Training: Decodable {
        let batch_size: Int
        let images_per_round: Int
        let images_per_second: Double
        let rounds: [Double]
        let speedup_over_one_thread: Double?
    }
    struct Work: Decodable {
        let microseconds: Double
        let gflops: Double?
        let share_of_peak: Double?

        /// What was done in that time at that speed.
        var operations: Double? { gflops.map { $0 * microseconds * 1e3 } }
    }
    struct Layer: Decodable {
        let name: String
        let output: String?
        let forward: Work
        let backward: Work?
    }
    struct Batch: Decodable {
        let images_per_second: Double
        let p50_microseconds: Double
        let p95_microseconds: Double
        let p99_microseconds: Double
    }
    let environment: Environment
    let peak_gflops: Double
    let peaks: [Peak]
    let multiply_add_speedup_over_one_thread: Double?
    let train: Training
    let layers: [Layer]
    let infer: [String: Batch]
    let peak_rss_bytes: Int
}
