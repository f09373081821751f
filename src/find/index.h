/* Between the files that fill the index. */
#ifndef FIND_INDEX_H
#define FIND_INDEX_H

#include "account/account.h"
#include "find/find.h"

/* Postings with memory of their own, which is used again. */
struct heap { struct posting *v; size_t n, room; };

void   heap_entries(struct heap *, struct arena *, struct word_memory *,
                    const struct entry_list *);
void   heap_sort(struct heap *);

/* How many from there on are of the same term and kind. */
size_t heap_run(const struct heap *, size_t from);

enum status find_orgs(struct db *, struct arena *, struct org_list *)
	MUST_USE;

#endif
