/** Every fault, one after the other on one network. With SHORT=1 only two, which show most of it. */
if (!process.env.SHORT) {
	// Before any debt: it restricts borrowers, and then they have nothing that could be missing.
	await import('./faults/epoch-boundary.js');
}
await import('./faults/one-killed.js');
if (!process.env.SHORT) {
	await import('./faults/runs-twice.js');
	await import('./faults/two-killed.js');
	await import('./faults/all-killed.js');
}
await import('./faults/damaged-database.js');
if (!process.env.SHORT) {
	await import('./faults/full-disk.js');
	await import('./faults/wrong-clock.js');
	await import('./faults/late-joiner.js');
}
