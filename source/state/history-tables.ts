/**
Adds the parts, plan and approval of an upload. Versions before this step sent one CSV that describes a warehouse: their uploads have
no parts.
*/
export const partsMigration = `ALTER TABLE uploads ADD COLUMN kind TEXT NOT NULL DEFAULT 'warehouse';
	ALTER TABLE uploads ADD COLUMN plan TEXT;
	ALTER TABLE uploads ADD COLUMN approval TEXT;
	ALTER TABLE uploads ADD COLUMN baseline TEXT;
	ALTER TABLE uploads ADD COLUMN counts TEXT;
	CREATE TABLE upload_parts (
		upload INTEGER NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
		place INTEGER NOT NULL,
		kind TEXT NOT NULL,
		part TEXT NOT NULL,
		name TEXT NOT NULL,
		content_type TEXT NOT NULL,
		records INTEGER NOT NULL,
		bytes INTEGER NOT NULL,
		sha256 TEXT NOT NULL,
		PRIMARY KEY (upload, place)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX upload_parts_by_sha256 ON upload_parts (sha256);`;
