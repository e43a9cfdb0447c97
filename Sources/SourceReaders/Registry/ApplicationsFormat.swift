extension SourceReader {
    /// The table of a job tracker, unless the user says what its columns mean.
    static let applications = SourceReader(
        .applications, title: "applications", summary: "lists of applications",
        noun: "a list of applications",
        recognises: { input, options in
            options.mapping == nil && input.header.map(JobTrackerReader.recognises(header:)) ?? false
        },
        read: { input, options throws(SourceError) in
            JobTrackerReader.read(
                bytes: try input.contents(), file: input.path, dates: options.mapping?.dates ?? .iso)
        })
}
