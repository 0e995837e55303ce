package org.lmskit.xapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of statements.
 *
 * @param statements in the order that was asked for
 * @param next the query for the next page; null if this was the last one
 * @param attachments each attachment of these statements that the store holds, once; empty unless the
 *     query's presentation asked for attachments
 */
public record StatementPage(
    List<RecordedStatement> statements,
    @Nullable StatementQuery next,
    List<AttachmentContent> attachments) {
  /** A page without statements. */
  public static final StatementPage EMPTY = new StatementPage(List.of(), null, List.of());

  /** Copies the lists. */
  public StatementPage {
    statements = List.copyOf(statements);
    attachments = List.copyOf(attachments);
  }
}
