package org.lmskit.xapi;

import java.util.List;

/**
 * One statement that was asked for by its id.
 *
 * @param statement the statement
 * @param attachments its attachments that the store holds; empty unless they were asked for
 */
public record FoundStatement(RecordedStatement statement, List<AttachmentContent> attachments) {
  /** Copies the list. */
  public FoundStatement {
    attachments = List.copyOf(attachments);
  }
}
