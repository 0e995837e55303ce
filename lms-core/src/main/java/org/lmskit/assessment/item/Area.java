package org.lmskit.assessment.item;

import java.util.List;
import org.lmskit.catalog.Text;

/**
 * A part of an image that can be chosen.
 *
 * @param id unique within the image
 * @param text what it is called, for those who do not see it
 * @param shape what the coordinates mean
 * @param coords in pixels of the image: left, top, right, bottom of a rectangle; centre and radius of a circle; the corners
 *     of a polygon
 * @see "QTI 3.0 ASI, HotspotChoice"
 */
public record Area(String id, Text text, Shape shape, List<Integer> coords) {
  /** What an area looks like. */
  public enum Shape {
    /** left, top, right, bottom. */
    RECT,
    /** x, y, radius. */
    CIRCLE,
    /** x, y of each corner. */
    POLY
  }

  /** @throws IllegalArgumentException if the id is no identifier, or the coordinates do not fit the shape */
  public Area {
    Identifiers.check(id);
    coords = List.copyOf(coords);
    boolean fits = switch (shape) {
      case RECT ->
        coords.size() == 4 && coords.get(0) < coords.get(2) && coords.get(1) < coords.get(3);
      case CIRCLE -> coords.size() == 3 && coords.get(2) > 0;
      case POLY -> coords.size() >= 6 && coords.size() % 2 == 0;
    };
    if (!fits) {
      throw new IllegalArgumentException("area " + id + " is no " + shape + ": " + coords);
    }
  }

  /** A rectangle. */
  public static Area rectangle(String id, String text, int left, int top, int right, int bottom) {
    return new Area(id, Text.of(text), Shape.RECT, List.of(left, top, right, bottom));
  }

  /** A circle. */
  public static Area circle(String id, String text, int x, int y, int radius) {
    return new Area(id, Text.of(text), Shape.CIRCLE, List.of(x, y, radius));
  }

  /** Whether a point is in it; borders are. */
  public boolean contains(int x, int y) {
    return switch (shape) {
      case RECT ->
        x >= coords.get(0) && y >= coords.get(1) && x <= coords.get(2) && y <= coords.get(3);
      case CIRCLE -> {
        long right = (long) x - coords.get(0);
        long down = (long) y - coords.get(1);
        long radius = coords.get(2);
        yield right * right + down * down <= radius * radius;
      }
      case POLY -> isInPolygon(x, y);
    };
  }

  /** A ray to the right crosses the border an odd number of times; exact, in whole numbers. */
  private boolean isInPolygon(long x, long y) {
    boolean inside = false;
    int corners = coords.size() / 2;
    for (int i = 0, before = corners - 1; i < corners; before = i++) {
      long ax = coords.get(2 * i);
      long ay = coords.get(2 * i + 1);
      long bx = coords.get(2 * before);
      long by = coords.get(2 * before + 1);
      long turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
      if (turn == 0 && isBetween(x, ax, bx) && isBetween(y, ay, by)) {
        return true;
      }
      if (ay > y != by > y && turn > 0 == by > ay) {
        inside = !inside;
      }
    }
    return inside;
  }

  private static boolean isBetween(long value, long one, long other) {
    return Math.min(one, other) <= value && value <= Math.max(one, other);
  }
}
