package org.lmskit.assessment.item;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.lmskit.model.RejectedException;

/** Whether an answer can be given to an item at all, be it right or wrong. */
public final class ResponseCheck {
  private static final int LONGEST_ENTRY = 1_000;

  private final Item item;

  private ResponseCheck(Item item) {
    this.item = item;
  }

  /**
   * Refuses what is no answer to an item.
   *
   * @throws RejectedException RESPONSE_KIND_WRONG, CHOICE_UNKNOWN, RESPONSE_TOO_LARGE or MEDIA_TYPE_REFUSED, with the value
   */
  public static void require(Item item, Response response) {
    new ResponseCheck(item).require(response);
  }

  private void require(Response response) {
    ItemInteraction shown = item.interaction();
    if (shown instanceof ItemInteraction.Choice choice && response instanceof Response.Choices r) {
      chosen(choice.options(), choice.maxChoices(), r.chosen());
    } else if (shown instanceof ItemInteraction.Hotspot image
        && response instanceof Response.Choices r) {
      chosen(image.options(), image.maxChoices(), r.chosen());
    } else if (shown instanceof ItemInteraction.TextEntry && response instanceof Response.Text r) {
      atMost(LONGEST_ENTRY, r.text().length(), "characters");
    } else if (shown instanceof ItemInteraction.ExtendedText text
        && response instanceof Response.Text r) {
      atMost(text.maxLength(), r.text().length(), "characters");
    } else if (shown instanceof ItemInteraction.Match match
        && response instanceof Response.Pairs r) {
      known(ids(match.sources()), r.pairs().keySet());
      known(ids(match.targets()), r.pairs().values());
    } else if (shown instanceof ItemInteraction.Order order
        && response instanceof Response.Sequence r) {
      known(ids(order.choices()), r.order());
      atMost(new HashSet<>(r.order()).size(), r.order().size(), "places");
    } else if (shown instanceof ItemInteraction.Upload upload
        && response instanceof Response.Files r) {
      r.files().forEach(file -> file(upload, file));
      atMost(upload.maxFiles(), r.files().size(), "files");
    } else if (!(shown instanceof ItemInteraction.NumericEntry && isNumberOrNone(response))) {
      throw refused(
          ItemReason.RESPONSE_KIND_WRONG,
          response.getClass().getSimpleName(),
          "is no answer to a " + shown.getClass().getSimpleName());
    }
  }

  /** A number that was taken back leaves a blank text, as in a form. */
  private static boolean isNumberOrNone(Response response) {
    return response instanceof Response.Number
        || response instanceof Response.Text && response.isBlank();
  }

  private void chosen(List<String> options, int most, List<String> chosen) {
    known(options, chosen);
    atMost(most == 0 ? options.size() : most, chosen.size(), "choices");
  }

  private void file(ItemInteraction.Upload upload, UploadedFile file) {
    if (file.length() > upload.maxBytes()) {
      throw refused(
          ItemReason.RESPONSE_TOO_LARGE,
          String.valueOf(file.length()),
          "bytes, allowed are " + upload.maxBytes());
    }
    if (!upload.mediaTypes().isEmpty() && !upload.mediaTypes().contains(file.mediaType())) {
      throw refused(
          ItemReason.MEDIA_TYPE_REFUSED,
          file.mediaType(),
          "is refused, accepted are " + upload.mediaTypes());
    }
  }

  private void known(Collection<String> known, Collection<String> named) {
    named.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
      throw refused(ItemReason.CHOICE_UNKNOWN, id, "is none of " + known);
    });
  }

  private void atMost(int most, int given, String what) {
    if (given > most) {
      throw refused(
          ItemReason.RESPONSE_TOO_LARGE, String.valueOf(given), what + ", allowed are " + most);
    }
  }

  private RejectedException refused(ItemReason reason, String value, String why) {
    return new RejectedException(
        reason,
        "item " + item.id() + ": " + value + " " + why,
        Map.of("item", item.id().value(), "value", value));
  }

  private static List<String> ids(List<SimpleChoice> choices) {
    return choices.stream().map(SimpleChoice::id).toList();
  }
}
