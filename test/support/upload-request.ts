import type {UploadRequest} from '../../source/catalog/upload.ts';
import {uploadTarget} from '../../source/kinds/warehouse/upload-target.ts';

/** Returns the request that sends one file as Secoda documents it. */
export function oneFile(path: string, bytes: number, name = 'a.csv'): UploadRequest {
	const {endpoint, part, contentType} = uploadTarget;
	return {endpoint, parts: [{part, name, contentType, path, bytes}]};
}
