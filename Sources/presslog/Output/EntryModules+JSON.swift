import FeedParsing
import JSONBytes

extension JSONWriter {
  /// Writes what modules say of an entry, as keys of the entry's own object.
  mutating func modules(_ modules: EntryModules) {
    array("media", modules.media) { $0.mediaFile($1) }
    field("thumbnails", modules.thumbnails)
    if let location = modules.location { self.location(location) }
    field("commentCount", modules.commentCount)
    field("inReplyTo", modules.inReplyTo)
    field("duration", modules.duration)
    field("explicit", modules.isExplicit)
    field("season", modules.season)
    field("episode", modules.episode)
  }

  private mutating func mediaFile(_ file: MediaFile) {
    object { writer in
      writer.field("url", file.url)
      writer.field("type", file.type)
      writer.field("medium", file.medium)
      writer.field("length", file.length)
      writer.field("width", file.width)
      writer.field("height", file.height)
      writer.field("duration", file.duration)
      writer.field("title", file.title)
      writer.field("description", file.description)
      writer.array("credits", file.credits) { writer, credit in
        writer.object { writer in
          writer.field("name", credit.name)
          writer.field("role", credit.role)
        }
      }
      writer.field("group", file.group)
    }
  }

  private mutating func location(_ location: GeoLocation) {
    object("location") { writer in
      writer.field("shape", location.shape.rawValue)
      writer.array("coordinates", location.coordinates) { $0.value($1, digits: 6) }
    }
  }

  /// Writes how often a feed says that it changes.
  mutating func schedule(_ schedule: UpdateSchedule) {
    object("schedule") { writer in
      writer.field("ttlMinutes", schedule.ttlMinutes)
      writer.field("period", schedule.period)
      writer.field("frequency", schedule.frequency)
      writer.array("skippedHours", schedule.skippedHours) { $0.value($1) }
      writer.field("skippedDays", schedule.skippedDays)
    }
  }
}
