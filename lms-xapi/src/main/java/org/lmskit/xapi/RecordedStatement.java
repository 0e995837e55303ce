package org.lmskit.xapi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement as a store returns it: its exact text, read only when somebody asks what it says. */
public final class RecordedStatement {
  private final String json;
  private final Function<String, Statement> reader;
  private volatile @Nullable Statement statement;

  /**
   * A statement that is read when needed.
   *
   * @param json the text, in the format that was asked for
   * @param reader reads such a text
   */
  public RecordedStatement(String json, Function<String, Statement> reader) {
    this.json = json;
    this.reader = reader;
  }

  /** The text, in the format that was asked for. */
  public String json() {
    return json;
  }

  /**
   * What it says.
   *
   * @throws XapiException if a remote store sent something that cannot be read at all
   */
  public Statement statement() {
    Statement known = statement;
    if (known != null) return known;
    Statement read = reader.apply(json);
    statement = read;
    return read;
  }

  @Override
  public String toString() {
    return json;
  }
}
