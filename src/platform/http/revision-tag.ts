/** The part of an HTTP answer that takes headers. */
export interface TaggedReply {
  header(name: string, value: string): unknown;
}

/** "ETag": the revision of a resource, by which an edit says what it has seen. */
export function tagRevision(reply: TaggedReply, revision: number): void {
  reply.header('etag', `"${revision.toString()}"`);
}
