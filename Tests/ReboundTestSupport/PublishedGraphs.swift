import GraphAlgorithms

extension EdgeList {
    /// The friendships among the 34 members of a karate club (Zachary 1977, doi:10.1086/jar.33.4.3629752).
    ///
    /// Numbered from 0: the instructor is 0 and the officer 33. A weight says in how many contexts two
    /// members met.
    public static let karateClub = EdgeList(
        nodeCount: 34,
        edges: karateClubTies.map { Edge($0.0, $0.1, weight: $0.2) })

    private static let karateClubTies: [(NodeID, NodeID, Double)] = [
        (0, 1, 4), (0, 2, 5), (0, 3, 3), (0, 4, 3), (0, 5, 3), (0, 6, 3), (0, 7, 2), (0, 8, 2),
        (0, 10, 2), (0, 11, 3), (0, 12, 1), (0, 13, 3), (0, 17, 2), (0, 19, 2), (0, 21, 2), (0, 31, 2),
        (1, 2, 6), (1, 3, 3), (1, 7, 4), (1, 13, 5), (1, 17, 1), (1, 19, 2), (1, 21, 2), (1, 30, 2),
        (2, 3, 3), (2, 7, 4), (2, 8, 5), (2, 9, 1), (2, 13, 3), (2, 27, 2), (2, 28, 2), (2, 32, 2),
        (3, 7, 3), (3, 12, 3), (3, 13, 3), (4, 6, 2), (4, 10, 3), (5, 6, 5), (5, 10, 3), (5, 16, 3),
        (6, 16, 3), (8, 30, 3), (8, 32, 3), (8, 33, 4), (9, 33, 2), (13, 33, 3), (14, 32, 3),
        (14, 33, 2), (15, 32, 3), (15, 33, 4), (18, 32, 1), (18, 33, 2), (19, 33, 1), (20, 32, 3),
        (20, 33, 1), (22, 32, 2), (22, 33, 3), (23, 25, 5), (23, 27, 4), (23, 29, 3), (23, 32, 5),
        (23, 33, 4), (24, 25, 2), (24, 27, 3), (24, 31, 2), (25, 31, 7), (26, 29, 4), (26, 33, 2),
        (27, 33, 4), (28, 31, 2), (28, 33, 2), (29, 32, 4), (29, 33, 2), (30, 32, 3), (30, 33, 3),
        (31, 32, 4), (31, 33, 4), (32, 33, 5),
    ]

    /// Krackhardt's kite (1990, doi:10.2307/2393394): degree, closeness and betweenness each have their own
    /// winner.
    public static let krackhardtKite = EdgeList(
        nodeCount: 10,
        [
            (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6),
            (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
        ])

    /// The marriages among 15 families of Florence about 1430 (Padgett and Ansell 1993, doi:10.1086/230190).
    ///
    /// The numbers are the indices of ``florentineFamilyNames``.
    public static let florentineFamilies = EdgeList(
        nodeCount: 15,
        [
            (0, 8), (1, 5), (1, 6), (1, 8), (2, 4), (2, 8), (3, 6), (3, 10), (3, 13), (4, 10), (4, 13),
            (6, 7), (6, 14), (8, 11), (8, 12), (8, 14), (9, 12), (10, 13), (11, 13), (11, 14),
        ])

    /// The names of the families in ``florentineFamilies``.
    public static let florentineFamilyNames = [
        "Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani", "Ginori", "Guadagni", "Lamberteschi",
        "Medici", "Pazzi", "Peruzzi", "Ridolfi", "Salviati", "Strozzi", "Tornabuoni",
    ]
}
