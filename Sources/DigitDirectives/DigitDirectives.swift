package import NotebookCore

/// The vocabulary of notebooks about handwritten digits.
package enum DigitDirectives {
    /// All directives, in the order in which they are documented.
    package static let vocabulary = Vocabulary([
        DatasetDirective.self,
        ExploreDataDirective.self,
        ModelDirective.self,
        TrainDirective.self,
        EvaluateDirective.self,
        PlotTrainingDirective.self,
        PlotClassesDirective.self,
        PlotConfusionDirective.self,
        ConfusedPairsDirective.self,
        ShowFailuresDirective.self,
        PlotConfidenceDirective.self,
        PlotRobustnessDirective.self,
        CompareDirective.self,
        MeasureCostDirective.self,
        ClaimsDirective.self,
    ])
}
