package org.lmskit.store;

import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes: a change gives a new one that shares all but a path with the old.
 * It is a treap whose priorities come from the keys' hashes, so its shape depends on its keys alone.
 */
final class Tree<K, V> {
  private record Node<K, V>(
      K key,
      V value,
      int priority,
      @Nullable Node<K, V> left,
      @Nullable Node<K, V> right,
      int size) {
    Node(K key, V value, int priority, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
      this(key, value, priority, left, right, 1 + sizeOf(left) + sizeOf(right));
    }

    Node<K, V> withLeft(@Nullable Node<K, V> next) {
      return new Node<>(key, value, priority, next, right);
    }

    Node<K, V> withRight(@Nullable Node<K, V> next) {
      return new Node<>(key, value, priority, left, next);
    }
  }

  private record Split<K, V>(
      @Nullable Node<K, V> below, @Nullable Node<K, V> above) {}

  private final Comparator<K> order;
  private final @Nullable Node<K, V> root;

  private Tree(Comparator<K> order, @Nullable Node<K, V> root) {
    this.order = order;
    this.root = root;
  }

  static <K, V> Tree<K, V> empty(Comparator<K> order) {
    return new Tree<>(order, null);
  }

  int size() {
    return sizeOf(root);
  }

  @Nullable
  V get(K key) {
    @Nullable Node<K, V> node = root;
    while (node != null) {
      int side = order.compare(key, node.key);
      if (side == 0) {
        return node.value;
      }
      node = side < 0 ? node.left : node.right;
    }
    return null;
  }

  Tree<K, V> with(K key, V value) {
    return new Tree<>(order, insert(root, key, value, mix(key.hashCode())));
  }

  Tree<K, V> without(K key) {
    return get(key) == null ? this : new Tree<>(order, remove(root, key));
  }

  /** How many keys are below this one. */
  int countBelow(K bound) {
    int count = 0;
    @Nullable Node<K, V> node = root;
    while (node != null) {
      if (order.compare(node.key, bound) < 0) {
        count += 1 + sizeOf(node.left);
        node = node.right;
      } else {
        node = node.left;
      }
    }
    return count;
  }

  /** Visits values upwards from a key, or from the first, until the visitor says false. */
  void ascend(@Nullable K from, Predicate<V> visitor) {
    ascend(root, from, visitor);
  }

  /** Visits values downwards from a key, or from the last, until the visitor says false. */
  void descend(@Nullable K from, Predicate<V> visitor) {
    descend(root, from, visitor);
  }

  private boolean ascend(@Nullable Node<K, V> node, @Nullable K from, Predicate<V> visitor) {
    if (node == null) {
      return true;
    }
    if (from != null && order.compare(node.key, from) < 0) {
      return ascend(node.right, from, visitor);
    }
    return ascend(node.left, from, visitor)
        && visitor.test(node.value)
        && ascend(node.right, null, visitor);
  }

  private boolean descend(@Nullable Node<K, V> node, @Nullable K from, Predicate<V> visitor) {
    if (node == null) {
      return true;
    }
    if (from != null && order.compare(node.key, from) > 0) {
      return descend(node.left, from, visitor);
    }
    return descend(node.right, from, visitor)
        && visitor.test(node.value)
        && descend(node.left, null, visitor);
  }

  /** A node of the same key is met first: what stands above the place of a key has no lower priority. */
  private Node<K, V> insert(@Nullable Node<K, V> node, K key, V value, int priority) {
    if (node == null) {
      return new Node<>(key, value, priority, null, null);
    }
    if (priority > node.priority) {
      Split<K, V> split = split(node, key);
      return new Node<>(key, value, priority, split.below, split.above);
    }
    int side = order.compare(key, node.key);
    if (side == 0) {
      return new Node<>(key, value, priority, node.left, node.right);
    }
    return side < 0
        ? node.withLeft(insert(node.left, key, value, priority))
        : node.withRight(insert(node.right, key, value, priority));
  }

  private Split<K, V> split(@Nullable Node<K, V> node, K key) {
    if (node == null) {
      return new Split<>(null, null);
    }
    if (order.compare(node.key, key) < 0) {
      Split<K, V> split = split(node.right, key);
      return new Split<>(node.withRight(split.below), split.above);
    }
    Split<K, V> split = split(node.left, key);
    return new Split<>(split.below, node.withLeft(split.above));
  }

  private @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
    if (node == null) {
      return null;
    }
    int side = order.compare(key, node.key);
    if (side == 0) {
      return join(node.left, node.right);
    }
    return side < 0
        ? node.withLeft(remove(node.left, key))
        : node.withRight(remove(node.right, key));
  }

  private static <K, V> @Nullable Node<K, V> join(
      @Nullable Node<K, V> below, @Nullable Node<K, V> above) {
    if (below == null) {
      return above;
    }
    if (above == null) {
      return below;
    }
    return below.priority > above.priority
        ? below.withRight(join(below.right, above))
        : above.withLeft(join(below, above.left));
  }

  private static int sizeOf(@Nullable Node<?, ?> node) {
    return node == null ? 0 : node.size;
  }

  private static int mix(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }
}
