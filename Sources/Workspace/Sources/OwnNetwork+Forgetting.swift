internal import NetworkEditing
public import ReferralGraph
public import ReferralStore
internal import SourceReaders

extension OwnNetwork {
    /// Everyone a name may mean: the people in the network, and, where it fits none of them, the people who were removed
    /// from it.
    /// - Throws: ``WorkspaceError``.
    public func everyoneRecorded() throws(WorkspaceError) -> (now: ReferralNetwork, former: ReferralNetwork) {
        do {
            let store = try NetworkStore.openForReading(path: path)
            let network = try store.network()
            return (
                network,
                ReferralNetwork(
                    seeker: network.seeker, people: try store.formerPeople())
            )
        } catch {
            throw .store(error)
        }
    }

    /// What forgetting someone would take away.
    /// - Throws: ``WorkspaceError``.
    public func rehearseForgetting(_ person: PersonID) throws(WorkspaceError) -> Forgetting {
        do { return try NetworkStore.openForReading(path: path).rehearseForgetting(person) } catch {
            throw .store(error)
        }
    }

    /// Takes someone out of the network and its history for good.
    /// - Parameter blanksMentions: Whether the name is taken out of notes about others, too.
    /// - Throws: ``WorkspaceError``.
    public func forget(_ person: PersonID, blanksMentions: Bool) throws(WorkspaceError) -> Forgetting {
        do {
            let store = try NetworkStore.openForWriting(path: path)
            let companies = CompanyDirectory(try store.network().companies)
            return try store.forget(person, blanksMentions: blanksMentions) { forgetting in
                forgetting.states.flatMap { state in
                    let keys = ContactKeys(state, companies: companies)
                    return keys.lastingKeys + keys.namelessKeys
                }.uniqued()
            }
        } catch {
            throw .store(error)
        }
    }

    /// Ends what an interrupted forgetting has left undone.
    /// - Throws: ``WorkspaceError``.
    public func finishForgetting() throws(WorkspaceError) {
        do { try NetworkStore.openForWriting(path: path).finishForgetting() } catch { throw .store(error) }
    }

    /// The people the user has forgotten; none where there is no store.
    /// - Throws: ``WorkspaceError``.
    public func forgottenPeople() throws(WorkspaceError) -> ForgottenPeople {
        do {
            return try NetworkStore.openForReading(path: path).forgottenPeople()
        } catch .noSuchStore {
            return .none
        } catch {
            throw .store(error)
        }
    }
}

extension OwnNetwork {
    /// The numbers of the forgotten people that some sources bring.
    func forgottenPeople(
        in sources: [ImportSource], _ forgotten: ForgottenPeople
    ) throws(WorkspaceError) -> Set<Int> {
        guard forgotten.count > 0 else { return [] }
        return Set(
            sources.flatMap { source in
                switch source {
                case .records(let records):
                    records.contacts.compactMap { forgotten.person(withKeys: ContactKeys($0).lastingKeys) }
                case .network(let network, _):
                    Array(
                        Self.forgottenPeople(
                            in: network, besides: nil, { forgotten.person(withKeys: $0) }))
                }
            })
    }

    /// The same of a whole network.
    /// - Parameter known: The network as it is; who is in it has been recorded again.
    static func forgottenPeople(
        in network: ReferralNetwork, besides known: ReferralNetwork?, _ forgotten: ([String]) -> Int?
    ) -> Set<Int> {
        func keys(_ network: ReferralNetwork) -> [[String]] {
            let companies = CompanyDirectory(network.companies)
            return network.people.map { ContactKeys($0, companies: companies).lastingKeys }
        }
        let living = Set(known.map { keys($0).joined() } ?? [].joined())
        return Set(keys(network).compactMap { keys in forgotten(keys.filter { !living.contains($0) }) })
    }

    /// Lets sources bring some people again.
    func recall(_ people: Set<Int>) throws(WorkspaceError) {
        do { try NetworkStore.openForWriting(path: path).recall(people) } catch { throw .store(error) }
    }
}
