/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.paging.PageInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says about its page. The fields stand at the top level or in {@code data}. The last page is where
 * {@code hasNext} is false; without it, where page times limit reaches the total; without that, an empty page.
 */
final class PageInfoReader {

    private static final int FIRST = 1;
    private static final int DEFAULT_LIMIT = 10;

    private PageInfoReader() {}

    static PageInfo of(OperationCall call, @Nullable Object whole, int items) {
        Integer page = number(field(whole, "page"));
        Integer limit = number(field(whole, "limit"));
        Integer total = number(field(whole, "total"));
        Integer pages = number(field(whole, "pages"));
        Integer asked = number(call.query().get("limit"));
        int current = first(page, number(call.query().get("page")), FIRST);
        boolean next;
        if (field(whole, "hasNext") instanceof Boolean said) {
            next = said;
        } else if (items == 0) {
            next = false;
        } else if (total != null) {
            next = (long) current * first(limit, asked, DEFAULT_LIMIT) < total;
        } else {
            next = pages == null || current < pages;
        }
        return new PageInfo(current, limit == null ? asked : limit, total, pages, next);
    }

    private static int first(@Nullable Integer one, @Nullable Integer other, int otherwise) {
        if (one != null && one > 0) {
            return one;
        }
        return other != null && other > 0 ? other : otherwise;
    }

    private static @Nullable Object field(@Nullable Object whole, String name) {
        if (!(whole instanceof Map<?, ?> top)) {
            return null;
        }
        return top.get("data") instanceof Map<?, ?> data && data.get(name) != null ? data.get(name) : top.get(name);
    }

    private static @Nullable Integer number(@Nullable Object value) {
        if (value instanceof Number number) {
            return (int) Math.max(0, Math.min(number.longValue(), Integer.MAX_VALUE));
        }
        return value instanceof String text && text.strip().matches("[0-9]{1,9}")
                ? Integer.valueOf(text.strip())
                : null;
    }
}
