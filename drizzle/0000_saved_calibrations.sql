CREATE TABLE `saved_calibrations` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`router` text NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`saved_at` text NOT NULL,
	`hand_over` text NOT NULL,
	`thresholds` text,
	`stand_in` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_calibrations_id_unique` ON `saved_calibrations` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_calibrations_name` ON `saved_calibrations` (`name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_calibrations_default` ON `saved_calibrations` (`router`) WHERE "saved_calibrations"."is_default" = 1;