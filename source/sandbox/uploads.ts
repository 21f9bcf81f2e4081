import {csvImporter} from './import-csv.ts';
import {ImportError} from './import-error.ts';
import {jsonlImporter} from './jsonl/importer.ts';
import {jsonlFiles, resourcesPart} from './jsonl/upload-parts.ts';
import {type ReceivedFile, receiveFile, receiveFiles} from './receive-file.ts';
import {errorReply, type Handler, notFound, type ReceivedPart, type SandboxReply, uploadReply} from './route.ts';
import type {SandboxSwitches} from './switches.ts';

/** Accepts a CSV [doc]. */
export const importMetadata: Handler = async (request, _url, {model, switches, takeUpload}, id) => {
	const file = await receiveFile(request, 'file');
	if (!model.integrations.has(id)) return notFound();
	if (file === undefined) return errorReply(400, 'Send a form with one part named "file".');
	return uploadReply(takeUpload(id, [received(file)], csvImporter(file.content, switches)), switches);
};

/** Accepts a resources file and, if there is one, a lineage file, as one sync [doc]. */
export const importJsonlMetadata: Handler = async (request, _url, {model, switches, takeUpload}, id) => {
	const files = await receiveFiles(request);
	if (!model.integrations.has(id)) return notFound();
	const {resources, lineages} = jsonlFiles(files, switches);
	try {
		if (resources === undefined) throw new ImportError('No file was submitted.', resourcesPart);
		const importer = jsonlImporter({resources, lineages}, switches);
		const lineage = lineages === undefined ? [] : [received(lineages)];
		return uploadReply(takeUpload(id, [received(resources), ...lineage], importer), switches);
	} catch (error) {
		if (error instanceof ImportError) return invalidUpload(error, switches);
		throw error;
	}
};

function received({part, name, content, sha256}: ReceivedFile): ReceivedPart {
	return {part, name, bytes: content.length, sha256};
}

/** Returns the error for an upload that is not valid. Its shape is [unknown]. */
function invalidUpload({message, part = resourcesPart}: ImportError, {errorBody}: SandboxSwitches): SandboxReply {
	switch (errorBody) {
		case 'detail':
			return errorReply(400, `${part}: ${message}`);
		case 'parts':
			return {status: 400, body: {[part]: [message]}};
	}
}
