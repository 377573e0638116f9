CREATE TABLE "search_requests" (
	"kind" text PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_index_queue_oldest" ON "search_index_queue" USING btree ("uid","enqueued_at") WHERE dead_at is null;