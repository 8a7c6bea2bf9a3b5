/** Every attack, one after the other on one network. With SHORT=1 only those that show most, and for a shorter time. */
await import('./malformed.js');
await import('./invalid.js');
await import('./connections.js');
await import('./requests.js');
await import('./oversized.js');
await import('./unread.js');
await import('./peers.js');
