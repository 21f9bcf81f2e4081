import type {UploadRequest} from '../../source/catalog/upload.ts';
import {uploadEndpoint} from '../../source/kinds/warehouse/upload-endpoint.ts';

/** Returns the request that sends one file as Secoda documents it. */
export function oneFile(path: string, bytes: number, name = 'a.csv'): UploadRequest {
	const {endpoint, part, contentType} = uploadEndpoint;
	return {endpoint, parts: [{part, name, contentType, path, bytes}]};
}
