"""The search index: folding, segmentation, engines. Only importer of whoosh, jieba and opencc."""
