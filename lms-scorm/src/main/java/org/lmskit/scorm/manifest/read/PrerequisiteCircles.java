package org.lmskit.scorm.manifest.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.Organization;
import org.lmskit.scorm.sequencing.definition.Prerequisites;

/**
 * Finds items of an organization that wait for each other, so that none of them ever opens. An item can
 * open if its prerequisites may hold when every item that can open may come to any status.
 */
final class PrerequisiteCircles {
  /** Scripts point backwards in all but odd packages, so that two rounds do; what needs more is left. */
  private static final int MOST_ROUNDS = 100;

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, Item> parents = new HashMap<>();
  private final Set<String> opening = new HashSet<>();
  private final Set<String> reported = new HashSet<>();
  private final Map<String, List<String>> circles = new LinkedHashMap<>();

  private PrerequisiteCircles(Organization organization) {
    organization.all().forEach(item -> {
      items.putIfAbsent(item.identifier(), item);
      item.items().forEach(child -> parents.putIfAbsent(child.identifier(), item));
    });
  }

  /** By the first item of each circle, the items that lead back to it: it stands at both ends. */
  static Map<String, List<String>> of(Organization organization) {
    if (organization.all().allMatch(item -> item.settings().prerequisites() == null)) {
      return Map.of();
    }
    PrerequisiteCircles circles = new PrerequisiteCircles(organization);
    if (circles.open()) {
      circles.items.keySet().stream().filter(circles::isShut).forEach(circles::follow);
    }
    return circles.circles;
  }

  /** Opens what can be opened; false if it was given up. */
  private boolean open() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int before = opening.size();
      items.forEach((id, item) -> {
        Item parent = parents.get(id);
        if ((parent == null || opening.contains(parent.identifier())) && !isShut(id)) {
          opening.add(id);
        }
      });
      if (opening.size() == before) {
        return true;
      }
    }
    return false;
  }

  /** Whether its own prerequisites, not those of a section around it, keep it closed. */
  private boolean isShut(String id) {
    Prerequisites needed = Objects.requireNonNull(items.get(id)).settings().prerequisites();
    return needed != null && !opening.contains(id) && !canBe(needed, true);
  }

  private boolean canBe(Prerequisites p, boolean holding) {
    if (p instanceof Prerequisites.Done done) {
      return items.containsKey(done.item()) && (!holding || canEnd(done.item()));
    }
    if (p instanceof Prerequisites.HasStatus status) {
      boolean atFirst = status.expected().equals("not attempted");
      return items.containsKey(status.item())
          && (atFirst == holding || opening.contains(status.item()));
    }
    if (p instanceof Prerequisites.Not not) {
      return canBe(not.of(), !holding);
    }
    if (p instanceof Prerequisites.AtLeast some) {
      long count = some.parts().stream().filter(part -> canBe(part, true)).count();
      long fixed = some.parts().stream().filter(part -> !canBe(part, false)).count();
      return holding ? count >= some.count() : fixed < some.count();
    }
    boolean needsEach = p instanceof Prerequisites.All == holding;
    List<Prerequisites> parts = PrerequisiteNames.parts(p);
    return needsEach
        ? parts.stream().allMatch(part -> canBe(part, holding))
        : parts.stream().anyMatch(part -> canBe(part, holding));
  }

  /** A section ends when all that is in it has ended. */
  private boolean canEnd(String id) {
    return Objects.requireNonNull(items.get(id))
        .all()
        .allMatch(item -> opening.contains(item.identifier()));
  }

  /** Goes where the prerequisites lead, depth first. */
  private void follow(String start) {
    Set<String> seen = new HashSet<>();
    List<String> path = new ArrayList<>();
    Deque<Iterator<String>> open = new ArrayDeque<>();
    enter(start, seen, path, open);
    while (!open.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        path.remove(path.size() - 1);
        continue;
      }
      String next = open.peek().next();
      if (path.contains(next)) {
        report(path.subList(path.indexOf(next), path.size()));
      } else if (!seen.contains(next) && !reported.contains(next)) {
        enter(next, seen, path, open);
      }
    }
  }

  private void enter(String id, Set<String> seen, List<String> path, Deque<Iterator<String>> open) {
    seen.add(id);
    path.add(id);
    open.push(shutters(id).iterator());
  }

  private void report(List<String> circle) {
    if (circle.stream().noneMatch(reported::contains)) {
      reported.addAll(circle);
      List<String> closed = new ArrayList<>(circle);
      closed.add(circle.get(0));
      circles.put(circle.get(0), closed);
    }
  }

  /** The items whose own prerequisites keep closed what an item waits for. */
  private Set<String> shutters(String id) {
    Set<String> found = new LinkedHashSet<>();
    Prerequisites needed = Objects.requireNonNull(items.get(id)).settings().prerequisites();
    if (needed != null) {
      PrerequisiteNames.each(needed, name -> {
        Item named = items.get(name);
        if (named != null) {
          Stream.concat(around(named), named.all())
              .map(Item::identifier)
              .filter(this::isShut)
              .forEach(found::add);
        }
      });
    }
    return found;
  }

  private Stream<Item> around(Item item) {
    List<Item> around = new ArrayList<>();
    for (@Nullable Item p = parents.get(item.identifier());
        p != null;
        p = parents.get(p.identifier())) {
      around.add(p);
    }
    return around.stream();
  }
}
