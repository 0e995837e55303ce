package org.lmskit.xapi.lrs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from statements that refer to statements: a statement is found by the keys of its
 * target, transitively, and a voiding statement voids its target. Order of arrival plays no part,
 * and cycles end. Works on the new statements and on all stored ones that touch them.
 *
 * @see "xAPI 1.0.3 Communication 2.1.3, Filter Conditions for StatementRefs; Data 2.3.2"
 */
final class References {
  private final Map<String, Node> nodes = new LinkedHashMap<>();

  /** A statement among those that it touches. */
  private static final class Node {
    private final StatementRecord record;
    private final Set<String> inherited;
    private final List<Node> referrers = new ArrayList<>();
    private @Nullable Node target;
    private boolean voided;
    private boolean changed;

    Node(StatementRecord record) {
      this.record = record;
      this.inherited = new LinkedHashSet<>(record.inherited());
      this.voided = record.voided();
    }

    boolean inheritFrom(Node other) {
      boolean gained = false;
      for (String key : other.record.keys()) {
        gained |= !record.keys().contains(key) && inherited.add(key);
      }
      for (String key : List.copyOf(other.inherited)) {
        gained |= !record.keys().contains(key) && inherited.add(key);
      }
      changed |= gained;
      return gained;
    }

    /** Data 2.3.2: a Statement that voids another cannot itself be voided. */
    void voidTarget() {
      if (record.voiding() && target != null && !target.record.voiding() && !target.voided) {
        target.voided = true;
        target.changed = true;
      }
    }

    StatementRecord result() {
      StatementRecord next = record.withInherited(inherited);
      return voided ? next.asVoided() : next;
    }
  }

  private References(Collection<StatementRecord> stored, Collection<StatementRecord> added) {
    stored.forEach(record -> nodes.put(record.id(), new Node(record)));
    added.forEach(record -> nodes.put(record.id(), new Node(record)));
    for (Node node : nodes.values()) {
      Node target = node.record.target() == null ? null : nodes.get(node.record.target());
      if (target != null) {
        node.target = target;
        target.referrers.add(node);
      }
    }
  }

  /**
   * The records that differ once references were followed.
   *
   * @param added what is new
   * @param stored their targets, and all that refer to them, transitively
   */
  static Map<String, StatementRecord> resolve(
      Collection<StatementRecord> added, Collection<StatementRecord> stored) {
    References references = new References(stored, added);
    references.inherit();
    references.nodes.values().forEach(Node::voidTarget);
    Map<String, StatementRecord> changed = new LinkedHashMap<>();
    for (Node node : references.nodes.values()) {
      if (node.changed) {
        changed.put(node.record.id(), node.result());
      }
    }
    return changed;
  }

  /** What is stored knows already what it inherited, so nothing is gained where nothing is new. */
  private void inherit() {
    Deque<Node> next = new ArrayDeque<>(nodes.values());
    while (!next.isEmpty()) {
      Node node = next.poll();
      for (Node referrer : node.referrers) {
        if (referrer.inheritFrom(node)) {
          next.add(referrer);
        }
      }
    }
  }
}
