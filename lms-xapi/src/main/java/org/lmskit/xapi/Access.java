package org.lmskit.xapi;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who works with a store and what he may do there.
 *
 * @param authority who vouches for the statements that he stores
 * @param scopes what he may do
 * @see "xAPI 1.0.3 Communication 4.0"
 */
public record Access(Actor authority, Set<Scope> scopes) {
  /** Copies the set. */
  public Access {
    scopes = Set.copyOf(scopes);
  }

  /** Someone who may do everything. */
  public static Access all(Actor authority) {
    return new Access(authority, EnumSet.of(Scope.ALL));
  }

  /** Whether he may store statements. */
  public boolean mayStore() {
    return has(Scope.STATEMENTS_WRITE, Scope.ALL);
  }

  /** Whether he may read statements of every authority. */
  public boolean mayReadAll() {
    return has(Scope.STATEMENTS_READ, Scope.ALL_READ, Scope.ALL);
  }

  /** Whether he may read at least the statements of his own authority. */
  public boolean mayReadMine() {
    return mayReadAll() || scopes.contains(Scope.STATEMENTS_READ_MINE);
  }

  /** Whether statements that he stores change what the store knows of activities. */
  public boolean mayDefine() {
    return has(Scope.DEFINE, Scope.ALL);
  }

  /** Whether he may read under which names people were met: he may read statements or profiles. */
  public boolean mayReadPersons() {
    return mayReadMine() || has(Scope.PROFILE);
  }

  /** Whether he may read the documents of a set. */
  public boolean mayRead(DocumentSet set) {
    return has(Scope.ALL_READ) || mayWrite(set);
  }

  /** Whether he may change the documents of a set. */
  public boolean mayWrite(DocumentSet set) {
    return has(Scope.ALL, set instanceof DocumentSet.State ? Scope.STATE : Scope.PROFILE);
  }

  private boolean has(Scope... any) {
    return Arrays.stream(any).anyMatch(scopes::contains);
  }
}
