import type {Session} from '../../../session/session.ts';

/** Returns the column that identifies a row for the user, which stays in view; `undefined` if the file has none. */
export function frozenColumn({header, kind}: Session): number | undefined {
	return header.mapping[kind.frozenField];
}
