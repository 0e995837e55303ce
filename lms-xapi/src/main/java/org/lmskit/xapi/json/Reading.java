package org.lmskit.xapi.json;

import java.util.List;
import org.lmskit.model.Problem;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.XapiException;

/**
 * What came of reading statements.
 *
 * @param statements those that could be read, in order, each with its exact text; those with problems too,
 *     as far as they have an actor, a verb and an object
 * @param problems everything that is wrong, at JSON pointers into the text
 * @param single whether the text was one statement and not a list
 */
public record Reading(List<Incoming> statements, List<Problem> problems, boolean single) {
  /** Copies the lists. */
  public Reading {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
  }

  /** Whether nothing is wrong; warnings do not count. */
  public boolean isValid() {
    return problems.stream().noneMatch(Problem::isError);
  }

  /**
   * The statements of a text in which nothing is wrong.
   *
   * @throws XapiException 400 with all problems
   */
  public List<Incoming> statementsOrThrow() {
    if (isValid()) return statements;
    throw XapiException.invalid(problems.stream().filter(Problem::isError).toList());
  }
}
