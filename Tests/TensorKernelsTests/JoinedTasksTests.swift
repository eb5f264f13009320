import Testing

@testable import TensorKernelsInterface

@Suite struct JoinedTasksTests {
    @Test(arguments: [0, 1, 2, 7, 16, 36], [0, 1, 3, 16, 19])
    func numbersEachTaskOnce(firstCount: Int, secondCount: Int) {
        for shareCount in 1...5 {
            let tasks = JoinedTasks(firstCount: firstCount, secondCount: secondCount, shareCount: shareCount)
            let numbered = (0..<tasks.count).map { tasks[$0] }
            let all = (0..<firstCount).map(JoinedTasks.Task.first) + (0..<secondCount).map(JoinedTasks.Task.second)
            #expect(numbered.count == all.count)
            #expect(Set(numbered) == Set(all))
        }
    }

    @Test func givesEachShareItsPartOfBothKinds() {
        let tasks = JoinedTasks(firstCount: 4, secondCount: 5, shareCount: 2)
        #expect(
            (0..<9).map { tasks[$0] } == [
                .first(0), .first(1), .second(0), .second(1),
                .first(2), .first(3), .second(2), .second(3), .second(4),
            ])
    }
}
