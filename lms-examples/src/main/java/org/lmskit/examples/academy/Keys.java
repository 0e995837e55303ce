package org.lmskit.examples.academy;

import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.Key;
import org.lmskit.assessment.item.Response;

/** What is right, in words. */
final class Keys {
  private Keys() {}

  static String words(ItemInteraction shown, Key key) {
    if (key instanceof Key.Choices choices) {
      return Asked.words(shown, new Response.Choices(choices.correct()));
    }
    if (key instanceof Key.Pairs pairs) {
      return Asked.words(shown, new Response.Pairs(pairs.pairs()));
    }
    if (key instanceof Key.Sequence sequence) {
      return Asked.words(shown, new Response.Sequence(sequence.order()));
    }
    if (key instanceof Key.Texts texts) {
      return String.join(" or ", texts.accepted());
    }
    return key instanceof Key.Number number ? number.value().toPlainString() : "";
  }
}
