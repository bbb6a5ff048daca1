CREATE TABLE `people` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text,
	`invitation_hash` text,
	`invitation_ends` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_id_unique` ON `people` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_name` ON `people` (`name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_invitation` ON `people` (`invitation_hash`);--> statement-breakpoint
CREATE TABLE `secrets` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`mark` text,
	`ends` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `saved_calibrations` ADD `owner` text DEFAULT 'local' NOT NULL;--> statement-breakpoint
ALTER TABLE `votes` ADD `owner` text DEFAULT 'local' NOT NULL;