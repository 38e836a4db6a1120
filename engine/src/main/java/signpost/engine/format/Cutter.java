package signpost.engine.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.engine.text.Block;
import signpost.engine.text.Field;

/** Finds for every comment of a file what it speaks of: the line beneath it, the block above it, or neither. */
final class Cutter {

    private final Map<Integer, Block> headers = new HashMap<>();
    private final Map<Integer, Field> heads = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    /** Comments and empty lines not yet given to anything. */
    private final List<Written> waiting = new ArrayList<>();

    private Optional<Piece.Whole> open = Optional.empty();

    /** A cutter for a text that was read as these blocks. */
    Cutter(List<Block> blocks) {
        for (Block block : blocks) {
            headers.put(block.place().line(), block);
            block.fields().forEach(field -> heads.put(field.place().line(), field));
        }
    }

    List<Piece> cut(List<Written> lines) {
        for (Written line : lines) {
            Optional<Block> header = Optional.ofNullable(headers.get(line.number()));
            if (line.isEmpty() || line.isComment()) {
                waiting.add(line);
            } else if (header.isPresent()) {
                finish();
                open(header.get());
            } else {
                open.ifPresent(whole -> add(whole.parts(), line));
            }
        }
        finish();
        notes();
        return pieces;
    }

    /** Comments right above the header belong to it, the others stand by themselves. */
    private void open(Block block) {
        int from = waiting.size();
        while (from > 0 && !waiting.get(from - 1).isEmpty()) {
            from--;
        }
        List<Written> above = waiting.subList(from, waiting.size());
        Piece.Whole whole = new Piece.Whole(comments(above), block, new ArrayList<>(), new ArrayList<>());
        above.clear();
        notes();
        pieces.add(whole);
        open = Optional.of(whole);
    }

    private void notes() {
        List<String> note = new ArrayList<>();
        for (Written line : waiting) {
            if (line.isEmpty() && !note.isEmpty()) {
                pieces.add(new Piece.Note(List.copyOf(note)));
                note.clear();
            } else if (!line.isEmpty()) {
                note.add(line.text());
            }
        }
        if (!note.isEmpty()) {
            pieces.add(new Piece.Note(note));
        }
        waiting.clear();
    }

    /** Indented comments after the last line of a block still belong to it. */
    private void finish() {
        open.ifPresent(whole -> {
            int end = 0;
            while (end < waiting.size()
                    && (waiting.get(end).isEmpty() || waiting.get(end).indent() > 0)) {
                end++;
            }
            List<Written> own = new ArrayList<>(waiting.subList(0, end));
            waiting.subList(0, end).clear();
            own.removeIf(Written::isEmpty);
            beneath(whole.parts(), own);
            whole.below().addAll(comments(own));
        });
        open = Optional.empty();
    }

    private void add(List<Piece.Part> parts, Written line) {
        List<Written> above = new ArrayList<>(waiting);
        waiting.clear();
        above.removeIf(Written::isEmpty);
        Optional<Field> head = Optional.ofNullable(heads.get(line.number()));
        if (head.isPresent()) {
            beneath(parts, above);
            parts.add(new Piece.Part(comments(above), line.indent(), head.get(), new ArrayList<>(), new ArrayList<>()));
        } else if (!parts.isEmpty()) {
            parts.get(parts.size() - 1).entries().add(new Piece.Entry(comments(above), line));
        }
    }

    /** Takes the comments that are indented deeper than the last field, and gives them to it. */
    private static void beneath(List<Piece.Part> parts, List<Written> comments) {
        if (!parts.isEmpty()) {
            Piece.Part last = parts.get(parts.size() - 1);
            while (!comments.isEmpty() && comments.get(0).indent() > last.indent()) {
                last.below().add(comments.remove(0));
            }
        }
    }

    private static List<String> comments(List<Written> lines) {
        return lines.stream().map(Written::text).toList();
    }
}
