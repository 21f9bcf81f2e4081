import type {UploadEndpoint} from '../file-kind.ts';

/** The endpoint for JSON Lines [doc]. A request has the part with the resources, and may have the one with the edges. */
const jsonLines = {
	endpoint: 'import_jsonl_metadata/',
	contentType: 'application/x-ndjson',
	extension: '.jsonl',
};

/** The part with the resources. Its name [seen] is in no documentation. */
export const resourcesEndpoint: UploadEndpoint = {...jsonLines, part: 'resources_file'};

/** The part with the edges. Its name [seen] is in no documentation. */
export const lineageEndpoint: UploadEndpoint = {...jsonLines, part: 'lineages_file'};
