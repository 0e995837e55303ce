package org.lmskit.xapi;

import java.util.Iterator;
import java.util.List;

/**
 * Statements that are stored together or not at all, and the bytes that belong to them.
 *
 * @param statements in the order in which they are stored
 * @param attachments consumed once and in order, after the statements were checked; each part is read to
 *     its end or dropped before the next one is asked for
 */
public record StatementBatch(List<Incoming> statements, Iterator<AttachmentPart> attachments) {
  /** Copies the list of statements. */
  public StatementBatch {
    statements = List.copyOf(statements);
  }

  /** Statements built in Java, without attachments. */
  public static StatementBatch of(List<Statement> statements) {
    return new StatementBatch(
        statements.stream().map(Incoming::of).toList(),
        List.<AttachmentPart>of().iterator());
  }
}
