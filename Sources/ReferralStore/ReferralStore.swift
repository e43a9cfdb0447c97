// The store
