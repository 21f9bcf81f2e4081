import type {PageType} from './model.ts';
import {editPage} from './page-marks.ts';
import {readJson} from './read-json.ts';
import {errorReply, type Handler, notFound} from './route.ts';
import {resourceJson} from './shapes.ts';

/** Returns the handler that edits a page of one type as a person does in Secoda. */
export function patchPage(entityType: PageType): Handler {
	return async (request, _url, {model, switches, changed}, id) => {
		const json = (await readJson(request)) ?? {};
		const page = [...model.pages()].find(page => page.id === id && page.entityType === entityType);
		if (page === undefined) return notFound();
		const invalid = editPage(page, json, new Date().toISOString());
		if (invalid !== undefined) return errorReply(400, `${invalid} is not valid.`);
		changed();
		return {status: 200, body: resourceJson(page, switches)};
	};
}
