/** Something the user can put right. Its message is one line, and all that is shown of it. */
export class UserError extends Error {
	name = 'UserError';
}

/** A node that cannot be used at present: it is gone, silent or behind. Another one, or the same one later, can. */
export class NodeError extends Error {
	name = 'NodeError';
}

/** @param {string} message @returns {never} */
export function fail(message) {
	throw new UserError(message);
}

/** What any error says, on one line. @param {unknown} error */
export function oneLine(error) {
	const message = error instanceof Error ? error.message : String(error);
	return message.replace(/\s+/g, ' ').trim() || 'an error without a message';
}

/** Keeps a message on a line of its own whatever was typed. @param {string} text */
export const shortened = (text) => (text.length > 80 ? `${text.slice(0, 77)}...` : text);
