CREATE TABLE `api_keys` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`former_hash` text,
	`former_until` text,
	`requests_per_minute` real,
	`dollars_per_month` real,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` text,
	`changed_by` text,
	`last_used_at` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_id_unique` ON `api_keys` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_name` ON `api_keys` (`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`hash`);--> statement-breakpoint
ALTER TABLE `key_spending` ADD `set_aside` real DEFAULT 0 NOT NULL;